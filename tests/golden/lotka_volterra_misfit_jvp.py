import math


def lotka_volterra_misfit_jvp(
    parameters_0,
    parameters_1,
    parameters_2,
    parameters_3,
    initial,
    observed,
    parameters_0_dot,
    parameters_1_dot,
    parameters_2_dot,
    parameters_3_dot,
    initial_dot,
    observed_dot,
):
    """The value of lotka_volterra_misfit, and its derivative in the direction
    parameters_0_dot, parameters_1_dot, parameters_2_dot, parameters_3_dot,
    initial_dot, observed_dot.
    """
    a = parameters_0
    b = parameters_1
    c = parameters_2
    d = parameters_3
    prey_dot = initial_dot[0]
    prey = initial[0]
    predator_dot = initial_dot[1]
    predator = initial[1]
    misfit_dot = 0.0
    misfit = 0.0
    for k in range(observed.shape[0]):
        for _ in range(3):
            growth_dot = (
                parameters_0_dot * prey
                + a * prey_dot
                - (
                    (parameters_1_dot * prey + b * prey_dot) * predator
                    + b * prey * predator_dot
                )
            )
            growth = a * prey - b * prey * predator
            decay_dot = (
                (parameters_3_dot * prey + d * prey_dot) * predator
                + d * prey * predator_dot
                - (parameters_2_dot * predator + c * predator_dot)
            )
            decay = d * prey * predator - c * predator
            prey_dot += 0.1 * growth_dot
            prey += 0.1 * growth
            predator_dot += 0.1 * decay_dot
            predator += 0.1 * decay
        log_prey_dot = prey_dot / prey
        log_prey = math.log(prey)
        misfit_dot += (
            2.0 * (log_prey - observed[k, 0]) * (log_prey_dot - observed_dot[k, 0])
        )
        misfit += (log_prey - observed[k, 0]) ** 2
        log_predator_dot = predator_dot / predator
        log_predator = math.log(predator)
        misfit_dot += (
            2.0
            * (log_predator - observed[k, 1])
            * (log_predator_dot - observed_dot[k, 1])
        )
        misfit += (log_predator - observed[k, 1]) ** 2
    return misfit, misfit_dot
