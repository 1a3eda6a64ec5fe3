/** What the system says where a connection needs one port or file more than this machine has. */
const noneLeft = ['cannot assign requested address', 'too many open files', 'no buffer space available'];

/** True where it is this machine that kept a request from being sent: that says nothing about the target. */
export function isOwnFault(error: string): boolean {
  return noneLeft.some((words) => error.includes(words));
}
