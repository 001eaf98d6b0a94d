"""Sample rows for every address with parameters: one module an area, each with one dict `DOORS`.

An address without parameters is walked by itself. One with parameters needs a line here, or the walk fails:

    # tests/interfaces/doors/reports.py
    DOORS = {
        "reports:report": lambda world: [
            Row(unit=world.own, report=report_of(world.own)),          # the row of the person's own unit
            Row(unit=world.sibling, report=report_of(world.sibling)),  # of the commune next door
            Row(unit=world.foreign, report=report_of(world.foreign)),  # of a city department
        ],
        "catalogue:programme": lambda world: [Row(programme=any_programme())],  # no unit: everybody's row
    }

`Row(unit=…, **parameters)` says whose row it is; what each role may see follows from its posts. The function
runs once, as the role of background work, and may create rows through operations. `world` is in `world.py`.
"""
