-- People of 95 communes with names as frequent as they are: a third are called Nguyễn, half of the women Thị.
INSERT INTO units_place (code, name, area_km2, latitude, longitude, former_province)
SELECT (20000 + n)::text, 'Xã ' || n, 1, 11, 107, 'Đồng Nai' FROM generate_series(1, 95) AS n;

INSERT INTO people_person (
    id, full_name, name_sort_key, name_search_key, birth_year, sex, place_id, hamlet, phone, number_last, registered_at
)
SELECT gen_random_uuid(), name, split_part(name, ' ', 3) || name, name, 1940 + n %% 70,
       CASE n %% 2 WHEN 0 THEN 'male' ELSE 'female' END, (20001 + n %% 95)::text, 'Ấp ' || n %% 8, '', '', now()
FROM (
    SELECT n, concat_ws(' ',
        (ARRAY['nguyen','nguyen','nguyen','nguyen','tran','tran','le','le','pham','huynh','vo','dang','bui','dieu'])
            [1 + (hashint4(n) & 2147483647) %% 14],
        (ARRAY['thi','thi','thi','van','van','van','ngoc','minh','k','huu','thanh','kim','quoc','xuan'])
            [1 + (hashint4(n + 7) & 2147483647) %% 14],
        (ARRAY['hoa','mai','lan','tung','nam','binh','huong','lien','yen','oanh','suong','dung','thao','hanh','phuong',
               'hai','khanh','phong','vinh','dat','kien','lam','tri','son','tai','phuc','quang','hung','tam','my'])
            [1 + (hashint4(n + 13) & 2147483647) %% 30]) AS name
    FROM generate_series(1, %(count)s) AS n
) AS named
