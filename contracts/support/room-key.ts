/** One text for each chatroom. */
export function roomKey({ brand, chatroom }: { readonly brand: number; readonly chatroom: number }): string {
  return `${brand}/${chatroom}`;
}
