-- The catalogue is public: every officer and every citizen may read who may borrow, and at what rate.
-- The layout of rates is made by approval alone.
REVOKE TRUNCATE ON programmes_rateperiod, programmes_term FROM dongvon_web, dongvon_worker;
