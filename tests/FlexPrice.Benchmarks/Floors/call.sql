\set turn :turn + 1
\set number :client_id * :share + :turn
SELECT floor.delete_customer(CAST(:number AS bigint));
