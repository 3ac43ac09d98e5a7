"""In which order a sample's plans are followed."""


def in_order(own, orders, of_crystal):
    """Return a sample's plans in their order, and whether the sample has none of its own but its crystal form's.

    ``own`` is the plan that its row names, ``orders`` those that were put into an order.
    """
    ids = [*([own] if own and own not in orders else []), *orders]
    inherited = not ids and of_crystal is not None
    return ([of_crystal] if inherited else ids), inherited
