import numpy as np


def cosine_transform_compression_value_and_grad(block, table, quality):
    """The value of cosine_transform_compression, and its gradient with respect to
    block, table and quality.
    """
    # forward sweep
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
    product = basis @ block
    product = product @ basis.T
    term = np.empty_like(product)
    bits = 0.0
    for i in range(product.shape[0]):
        for j in range(product.shape[1]):
            scaled = product[i, j] / (table[i, j] * quality)
            soft = scaled - np.sin(2.0 * np.pi * scaled) / (2.0 * np.pi)
            term[i, j] = soft * table[i, j] * quality
            bits += np.log1p(soft**2)
    product_2 = basis.T @ term
    back = product_2 @ basis
    total = 0.0
    for i in range(back.shape[0]):
        for j in range(back.shape[1]):
            total += (back[i, j] - block[i, j]) ** 2
    value = total / (back.shape[0] * back.shape[1]) + 0.01 * bits

    # reverse sweep
    block_bar = np.zeros_like(block)
    table_bar = np.empty_like(table)
    total_bar = 1.0 / (back.shape[0] * back.shape[1])
    back_bar = np.empty_like(back)
    for i in range(back.shape[0]):
        for j in range(back.shape[1]):
            difference_bar = 2.0 * (back[i, j] - block[i, j]) * total_bar
            back_bar[i, j] = difference_bar
            block_bar[i, j] -= difference_bar
    product_2_bar = back_bar @ basis.T
    term_bar = basis @ product_2_bar
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    quality_bar = 0.0
    for i in range(product.shape[0]):
        for j in range(product.shape[1]):
            scaled = product[i, j] / (table[i, j] * quality)
            soft = scaled - np.sin(2.0 * np.pi * scaled) / (2.0 * np.pi)
            scaled_bar = 0.02 * soft / (1.0 + soft**2)
            scaled_bar += table[i, j] * quality * term_bar[i, j]
            table_bar[i, j] = soft * quality * term_bar[i, j]
            quality_bar += soft * table[i, j] * term_bar[i, j]
            sine_bar = -scaled_bar / (2.0 * np.pi)
            scaled_bar += 2.0 * np.pi * np.cos(2.0 * np.pi * scaled) * sine_bar
            numerator_bar = scaled_bar / (table[i, j] * quality)
            product_bar[i, j] = numerator_bar
            table_bar[i, j] -= quality * scaled * numerator_bar
            quality_bar -= table[i, j] * scaled * numerator_bar
    product_bar = product_bar @ basis
    block_bar += basis.T @ product_bar
    return value, block_bar, table_bar, quality_bar
