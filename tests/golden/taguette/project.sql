-- A Taguette project (schema of 1.5, what is read of it) with astral characters and markup.
CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL, project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL);
CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) NOT NULL, description TEXT NOT NULL);
CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL);
INSERT INTO documents VALUES (1, 'talk', '', 'talk.html', '2026-01-01', 1, 'LEFT_TO_RIGHT', '<h1>发布会😀</h1><p>共有<b>2.3万</b>人 &amp; 𠮷林。</p>' || char(10) || '<p>谢谢<br>大家</p>');
INSERT INTO tags VALUES (1, 1, 'figure', 'How many.'), (2, 1, 'place.town', '');
-- Bytes: 发布会😀 = 13, then 共有 = 6, 2.3万 = 6, 人 = 3.
INSERT INTO highlights VALUES (1, 1, 19, 28, '<b>2.3万</b>人'), (2, 1, 31, 38, '𠮷林'), (3, 1, 42, 54, '谢谢大家'), (4, 1, 0, 3, '发'), (5, 1, 0, 3, '无');
INSERT INTO highlight_tags VALUES (1, 1), (2, 2), (3, 1), (3, 2), (5, 1);
