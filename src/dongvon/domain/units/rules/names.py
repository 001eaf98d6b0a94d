"""How a unit's name follows the type of its place."""


def retitled(name: str, *, place: str, old_type: str, new_type: str) -> str:
    """The name with "xã X" turned into "phường X" (or back) wherever the place is named with its type.

    "UBND xã Tân Phú" → "UBND phường Tân Phú"; names that do not mention the place stay.
    """
    for old, new in ((old_type, new_type), (old_type.capitalize(), new_type.capitalize())):
        name = name.replace(f"{old} {place}", f"{new} {place}")
    return name
