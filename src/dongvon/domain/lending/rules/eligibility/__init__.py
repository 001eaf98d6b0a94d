"""May this household borrow under this programme, and why, or why not."""
