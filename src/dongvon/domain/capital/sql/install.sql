-- How much of each fund is left concerns everybody who lends it; no row names anybody.
REVOKE DELETE, TRUNCATE ON capital_fundlimit, capital_draw FROM dongvon_web, dongvon_worker;
