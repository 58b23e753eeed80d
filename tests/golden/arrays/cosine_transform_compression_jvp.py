import numpy as np


def cosine_transform_compression_jvp(
    block, table, quality, block_dot, table_dot, quality_dot
):
    """The value of cosine_transform_compression, and its derivative in the direction
    block_dot, table_dot, quality_dot.
    """
    n = len(block)
    k = np.arange(n)[:, None]
    root = np.sqrt(2.0 / n)
    basis = np.empty((k.shape[0], n))
    for i in range(k.shape[0]):
        for j in range(n):
            basis[i, j] = root * np.cos(np.pi * k[i, 0] * (2.0 * j + 1.0) / (2.0 * n))
    root_2 = np.sqrt(2.0)
    for i in range(n):
        basis[0, i] /= root_2
    if block.shape[1] != k.shape[0]:
        raise ValueError("block and basis have different shapes")
    if k.shape[0] != table.shape[0]:
        raise ValueError("basis and table have different shapes")
    if k.shape[0] != table.shape[1]:
        raise ValueError("basis and table have different shapes")
    product_dot = basis @ block_dot
    product = basis @ block
    product_dot = product_dot @ basis.T
    product = product @ basis.T
    term_dot = np.empty_like(product)
    term = np.empty_like(product)
    bits_dot = 0.0
    bits = 0.0
    for i in range(product.shape[0]):
        for j in range(product.shape[1]):
            scaled = product[i, j] / (table[i, j] * quality)
            term_2 = scaled * (table_dot[i, j] * quality + table[i, j] * quality_dot)
            factor = product_dot[i, j] - term_2
            scaled_dot = factor / (table[i, j] * quality)
            sine_dot = 2.0 * np.cos(2.0 * np.pi * scaled) * np.pi * scaled_dot
            soft_dot = scaled_dot - sine_dot / (2.0 * np.pi)
            soft = scaled - np.sin(2.0 * np.pi * scaled) / (2.0 * np.pi)
            term_3 = (soft_dot * table[i, j] + soft * table_dot[i, j]) * quality
            term_dot[i, j] = term_3 + soft * table[i, j] * quality_dot
            term[i, j] = soft * table[i, j] * quality
            bits_dot += 2.0 * soft * soft_dot / (1.0 + soft**2)
            bits += np.log1p(soft**2)
    product_dot = basis.T @ term_dot
    product = basis.T @ term
    back_dot = product_dot @ basis
    back = product @ basis
    total_dot = 0.0
    total = 0.0
    for i in range(back.shape[0]):
        for j in range(back.shape[1]):
            total_dot += (
                2.0 * (back[i, j] - block[i, j]) * (back_dot[i, j] - block_dot[i, j])
            )
            total += (back[i, j] - block[i, j]) ** 2
    value = total / (back.shape[0] * back.shape[1]) + 0.01 * bits
    return value, total_dot / (back.shape[0] * back.shape[1]) + 0.01 * bits_dot
