import { filePathIn, sourceFileIn } from './file-path';

const url = new URL('https://api.example.org/app/api/v2/chat/chatrooms/8');

it.each([
  ['failed to open /var/www/html/index.php', '/var/www/html/index.php'],
  ['<b>Warning</b>: no in <b>/var/www/html/index.php</b> on line <b>3</b>', '/var/www/html/index.php'],
  ['{"file":"/home/deploy/rooms/store.rb"}', '/home/deploy/rooms/store.rb'],
  ['open(/etc/popsell/api.yaml)', '/etc/popsell/api.yaml'],
  ['cause:/srv/api/config/db.json', '/srv/api/config/db.json'],
  ['at update (file:///app/dist/rooms.js:3:9)', '/app/dist/rooms.js'],
  ['File "/code/rooms.py", line 3, in update', '/code/rooms.py'],
  ['\t/go/src/rooms/main.go:12 +0x1d', '/go/src/rooms/main.go'],
  ['in /src/Rooms.cs:line 42', '/src/Rooms.cs'],
  ['app/Http/Controllers/ChatController.php:41', 'app/Http/Controllers/ChatController.php'],
  ['in /www/index.php on line 7', '/www/index.php'],
  ['in C:\\inetpub\\wwwroot\\web.config', 'C:\\inetpub\\wwwroot\\web.config'],
  ['from node_modules/express/index.js', 'node_modules/express/index.js'],
  ['"lib/python3.12/site-packages/flask/app.py"', 'lib/python3.12/site-packages/flask/app.py'],
  ['vendor/laravel/framework/Router.php', 'vendor/laravel/framework/Router.php'],
])('sees the path in %j', (text, path) => {
  expect(filePathIn(text, url)).toBe(path);
});

it.each([
  ['an image', 'https://cdn.example.org/app/images/users/42.png'],
  ['an image of a vendor', '"https://cdn.example.org/vendor/logo.png"'],
  ['an address with a port', 'http://127.0.0.1:4010/home/a/b'],
  ['a date', '2023/10/06 13:41:09'],
  ['the path that was asked for', 'Cannot PATCH /app/api/v2/chat/chatrooms/8.'],
  ['the path in JSON', '{"path":"/app/api/v2/chat/chatrooms/8"}'],
  ['its folder', 'nothing below /app/api/v2'],
  ['another address of the API', 'see /app/api/v2/docs/errors.html'],
  ['links of a page', '<link href="/app/static/css/a.css"><script src=\'/home/js/node_modules/a.js\'>'],
  ['words', 'no such vendor/customer, and/or brand'],
  ['a media type', 'application/json, text/html;q=0.9'],
  ['a JSON pointer', '/errors/established_dialogue/0'],
  ['a short path', 'GET /home/start'],
])('sees no path in %s', (_name, text) => {
  expect(filePathIn(text, url)).toBeUndefined();
});

it('accuses a path below /app of an API at the root', () => {
  const atRoot = new URL('https://api.example.org/chat/chatrooms/8');
  expect(filePathIn('/app/src/rooms', atRoot)).toBe('/app/src/rooms');
});

it.each(['/'.repeat(100_000), ' /vendor'.repeat(10_000), `"${'a/'.repeat(100_000)}"`])(
  'reads through long texts of slashes',
  (text) => {
    expect(filePathIn(text, url)).toBeUndefined();
  },
);

it.each([
  ['/var/www/html/app/Rooms.php', '/var/www/html/app/Rooms.php'],
  ['in /srv/api/rooms.py on line 3', '/srv/api/rooms.py'],
  ['C:\\inetpub\\api\\Rooms.cs', 'C:\\inetpub\\api\\Rooms.cs'],
  ['/var/www/app/src/controllers/rooms.js', '/var/www/app/src/controllers/rooms.js'],
])('sees a source file in %s', (text, file) => {
  expect(sourceFileIn(text)).toBe(file);
});

it.each(['/home/anna', '/app/chat/301', '/app/main.js', '/index.php', 'https://example.org/srv/rooms.php'])(
  'sees no source file in %s',
  (text) => {
    expect(sourceFileIn(text)).toBeUndefined();
  },
);
