"""Official papers: the layout that Nghị định 30/2020/NĐ-CP asks for, and templates filled with values."""
