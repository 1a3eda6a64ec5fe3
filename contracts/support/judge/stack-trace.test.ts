import { stackTraceIn } from './stack-trace';

/** Frames as the languages write them; each is an accusation even in a text that people wrote. */
const traces: readonly [string, string][] = [
  ['PHP', '#0 /var/www/html/app/Http/Kernel.php(163): Illuminate\\Pipeline\\Pipeline->then(Object(Closure))'],
  ['PHP, a text of JSON', '{"debug":"#0 /var/www/html/Kernel.php(163): handle()"}'],
  ['PHP, indented', 'Stack trace:\n  #12 C:\\www\\index.php(51): run()\n  #13 {main}'],
  ['Java', '\tat com.popsell.chat.RoomService.update(RoomService.java:42)'],
  ['Java, of a module', '\tat java.base/java.lang.Thread.run(Thread.java:829)'],
  ['Java, a lambda', 'at com.popsell.Rooms.lambda$update$0(Rooms.java:7) ~[classes/:na]'],
  ['Kotlin', 'at com.popsell.RoomsKt$update$1.invokeSuspend(Rooms.kt:12)'],
  ['Node', '    at Layer.handle [as handle_request] (/app/node_modules/express/lib/router/layer.js:95:5)'],
  [
    'Node, its own modules',
    '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  ],
  [
    'JavaScript, in one bundle',
    'Error: no\n    at update (worker.js:3:9)\n    at async handle (worker.js:70:12)',
  ],
  ['Node, without a function', '    at file:///srv/api/dist/server.mjs:10:11'],
  ['Node, async', '    at async update (C:\\api\\rooms.ts:3:9)'],
  ['Express, a page', '<pre>Error: no<br> &nbsp; &nbsp;at update (/app/rooms.js:3:9)<br></pre>'],
  ['JavaScript, evaluated', '    at eval (eval at run (x), <anonymous>:1:1)'],
  ['Python', 'Traceback (most recent call last):\n  File "/code/rooms.py", line 3, in update'],
  ['Go', 'panic: no\n\ngoroutine 7 [running]:\nmain.update(0x1)\n\t/go/src/rooms/main.go:12 +0x1d'],
  ['Rust', "thread 'main' panicked at src/chat.rs:42:10:\nno"],
  ['.NET', '   at Popsell.Rooms.Update(Int32 id) in C:\\src\\Rooms.cs:line 42'],
  [
    '.NET, generated names',
    '   at Popsell.Rooms.<>c__DisplayClass0_0.<<Update>b__0>d.MoveNext() in /src/Rooms.cs:line 7',
  ],
  ['.NET, generics', '   at Popsell.Store`1.Get[T](T key) in /src/Store.cs:line 7'],
  ['Java, without sources', '\tat com.popsell.Rooms.update(Unknown Source)'],
  ['.NET, rethrown', '--- End of stack trace from previous location ---'],
  ['Ruby', "app/controllers/rooms_controller.rb:12:in `update'"],
  ['Ruby 3.4', "app/controllers/rooms_controller.rb:12:in 'RoomsController#update'"],
];

it.each(traces)('sees a trace of %s', (_language, text) => {
  expect(stackTraceIn(`before\n${text}\nafter`, true)).toBeDefined();
});

const signs: readonly [string, string][] = [
  ['a frame alone, of a file without a folder', 'at Home (file.js:3:4)'],
  ['a frame of .NET without its source', '   at Popsell.Rooms.Update(Int32 id)'],
  ['a heading', 'Stack trace:\nnone'],
  ['a heading of a page', '<b>Stack Trace:</b>'],
  ['an uncaught exception', 'Exception in thread "main" java.lang.Error'],
  ['a list of frames', '{"trace":[{"file":"rooms","line":12}]}'],
  ['a text with a source and its line', '{"stackTrace":"rooms.kt:12"}'],
  ['a list of such texts', '{"backtrace": ["in rooms on line 12"]}'],
];

it.each(signs)('sees %s, but not where people wrote the text', (_name, text) => {
  expect(stackTraceIn(text, false)).toBeDefined();
  expect(stackTraceIn(text, true)).toBeUndefined();
});

it.each([
  'I am at home: see you at 10:30:45',
  'Meeting\n  at 2023-10-06 13:41:09',
  'Our best:\n#1 Paris (2)\n#2 Rome (3): nice',
  'Look at https://example.org:8080/a:1:2',
  'line 3 of the poem',
  'at last (really) in good time: line up',
  'goroutine 7',
  'index.php(12)',
  '{"last_summary":{"summary":"The stack trace was long: see mail"}}',
  '{"stackTrace":null,"trace":[]}',
  '{"trace":"4bf92f3577b34da6a3ce929d0e0e4736:00f067aa"}',
  '{"stack":["redis","php"]}',
])('sees no trace in %j', (text) => {
  expect([stackTraceIn(text, true), stackTraceIn(text, false)]).toEqual([undefined, undefined]);
});

it.each([
  ['spaces', ' '.repeat(300_000)],
  ['newlines', '\n'.repeat(300_000)],
  ['one word', 'x'.repeat(300_000)],
  ['beginnings of frames', '"at '.repeat(10_000)],
  ['lines that begin as frames', 'at x/\n'.repeat(50_000)],
])('reads through a long text of %s', (_name, text) => {
  expect(stackTraceIn(text, false)).toBeUndefined();
});
