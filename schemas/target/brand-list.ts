import type { ChatroomRange, TargetBrand } from '../generated/types';

/** Accepted form of POPSELL_BRANDS, as error messages name it. */
export const brandListForm = '"BRAND:ID,ID" or "BRAND:FROM-TO", joined by ";", such as "3:301,302;4:400-419"';

/** Thrown where a text is not a brand list; the message names the part and the accepted form. */
export class BrandListError extends Error {}

/**
 * Reads brands and their chatroom ids from the compact notation of POPSELL_BRANDS:
 * "3:301,302;4:400-419" gives brand 3 with a list and brand 4 with an inclusive range.
 */
export function parseBrandList(text: string): TargetBrand[] {
  return text.split(';').map((part) => {
    const [, id, chatrooms] = /^\s*(-?\d+)\s*:\s*(\S.*?)\s*$/.exec(part) ?? [];
    if (id === undefined || chatrooms === undefined) throw notAList(part);
    return { id: toInteger(id, part), chatrooms: parseChatrooms(chatrooms, part) };
  });
}

/** The inverse of {@link parseBrandList}. */
export function formatBrandList(brands: readonly TargetBrand[]): string {
  return brands
    .map(({ id, chatrooms }) =>
      Array.isArray(chatrooms)
        ? `${String(id)}:${chatrooms.join(',')}`
        : `${String(id)}:${String(chatrooms.from)}-${String(chatrooms.to)}`,
    )
    .join(';');
}

function parseChatrooms(text: string, part: string): TargetBrand['chatrooms'] {
  const [, from, to] = /^(\d+)\s*-\s*(\d+)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const range: ChatroomRange = { from: toInteger(from, part), to: toInteger(to, part) };
    if (range.from < 1 || range.to < range.from) {
      throw new BrandListError(
        `"${part}" is an empty chatroom range; accepted: FROM-TO with 1 <= FROM <= TO`,
      );
    }
    return range;
  }
  // A look at the whole text, rather than at each id: k6's engine takes a microsecond for each, and there may be a million.
  const looksRight = /^[\d,\s]+$/.test(text) && !/(?:^|,)\s*0/.test(text);
  return text.split(',').map((id) => {
    const value = Number(id);
    if (!looksRight || value < 1 || !Number.isSafeInteger(value)) throw notAList(part);
    return value;
  });
}

function toInteger(text: string, part: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw notAList(part);
  return value;
}

function notAList(part: string): BrandListError {
  return new BrandListError(`"${part}" is not a brand with chatrooms; accepted: ${brandListForm}`);
}
