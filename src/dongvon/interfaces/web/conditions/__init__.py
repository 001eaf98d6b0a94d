"""The dated rules of the road: read by every official, proposed by one, decided by another."""
