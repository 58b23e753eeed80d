"""How fast generated derivatives are, beside the primal and what a person writes."""
