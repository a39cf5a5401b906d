-- A QualCoder project (schema v6, what is read of it): units mixed as its versions mixed them.
CREATE TABLE project (databaseversion text, date text, memo text, about text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid, fid, pos0, pos1, owner));
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
INSERT INTO project VALUES ('v6', '2026-01-01', '', 'QualCoder');
INSERT INTO source VALUES (1, 'talk.txt', '😀 共有2.3万人😀参加。' || char(10) || '谢谢大家。', NULL, '', 'eva', ''), (2, 'film.mp4', NULL, '/film.mp4', '', 'eva', '');
INSERT INTO code_cat VALUES (1, 'what', 'eva', '', 'all', NULL), (2, 'numbers', 'eva', '', '', 1);
INSERT INTO code_name VALUES (1, 'figure', 'How many.', 2, 'eva', '', '#F5A9A9'), (2, 'thanks', NULL, NULL, 'eva', '', 'red');
-- By hand in UTF-16 units, by machine in code points, and one whose words are nowhere.
INSERT INTO code_text VALUES (1, 1, 1, '2.3万人', 5, 10, 'eva', '', 'sure', NULL, 1), (2, 1, 1, '参加', 10, 12, 'ben', '', '', NULL, NULL), (3, 2, 1, '谢谢', 16, 18, 'eva', '', NULL, NULL, NULL), (4, 2, 1, '没有', 0, 2, 'eva', '', '', NULL, NULL);
INSERT INTO annotation VALUES (1, 1, 0, 2, 'a note', 'eva', '');
INSERT INTO attribute VALUES (1, 'channel', 'file', 'TV', 1, '', 'eva'), (2, 'age', 'case', '30', 1, '', 'eva');
