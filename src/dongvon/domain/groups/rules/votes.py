"""What a group decides, it decides by the majority of those present."""


def carried(in_favour: int, *, present: int) -> bool:
    """Whether a motion was carried. Source: the entrustment exam bank."""
    return 2 * in_favour > present
