"""Đồng Vốn: the platform on which a city runs social policy credit."""
