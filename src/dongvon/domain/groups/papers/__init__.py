"""The official forms of groups: minutes, mandate contract, collection sheet, inspection."""
