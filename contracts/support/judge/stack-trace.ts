/** Frames of PHP, Java, JavaScript, Python, Go, .NET, Ruby and Elixir: each names a source and its line. */
const frames = [
  /(?:^|["'>])[ \t]*#\d+ .{0,500}?\.(?:php|phtml|inc)\(\d+\)/m,
  /\bat [\w$.<>/@-]+\((?:[\w$-]+\.(?:java|kt|scala|groovy):\d+|Unknown Source|Native Method)\)/,
  // A frame begins a line, a text in JSON, or a line of an HTML page. It tells the folder of its source, or follows another.
  /(?:^|["'>]|&nbsp;)[ \t]*at .{0,500}?(?:[/\\][^\s()]{1,300}\.[cm]?[jt]sx?|node:[\w/]+|<anonymous>):\d+:\d+/m,
  /(?:^[ \t]*at [^\n]{0,500}?\.[cm]?[jt]sx?:\d+:\d+[^\n]{0,10}\n?){2}/m,
  /(?:^|["'>]|&nbsp;)[ \t]*at .{1,500}?\) in .{1,300}?:line \d+/m,
  /Traceback \(most recent call last\)/,
  /\bgoroutine \d+ \[\w+/,
  /\bthread '[^'\n]{1,100}' panicked at /,
  /--- End of stack trace from previous location/,
  /\([\w-]{1,60} \d[\w.-]{0,30}\) (?:lib|src)\/[\w/.-]{1,200}\.(?:exs?|erl):\d+: /,
];

/** Begins with anything, so that the search for it is slow: it is only begun where its end may be. */
const rubyFrame = /(?<![\w/.-])[\w/.-]+\.rb:\d+:in [`']/;

/** Signs that would be an accusation in a text that people wrote. */
const headings = [
  // A frame of .NET or Java without its source: a method of a class in a namespace.
  /(?:^|["'>]|&nbsp;)[ \t]*at (?:[\w`<>$]{1,100}\.){2,20}[\w`<>$[\]]{1,100}\([^()\n]{0,300}\)/m,
  /(?:^|["'>]|&nbsp;)[ \t]*at .{0,500}?\.[cm]?[jt]sx?:\d+:\d+/m,
  /\bstack trace:[ \t]*(?:$|<|#\d)/im,
  /\bException in thread "/,
  /"(?:trace|stack|stack_?trace|backtrace)"\s*:\s*(?:\[\s*\{|\[?\s*"[^"]*(?:\.\w{1,6}:\d+|\bline \d+))/i,
];

/**
 * The first sign of a stack trace in a text.
 * @param isChat whether people wrote it: then only frames themselves count
 */
export function stackTraceIn(text: string, isChat: boolean): string | undefined {
  const ruby = text.includes('.rb:') ? [rubyFrame] : [];
  return [...frames, ...ruby, ...(isChat ? [] : headings)]
    .map((pattern) => pattern.exec(text)?.[0])
    .find((match) => match !== undefined);
}
