/* global __ENV, __ITER */
// The least that a k6 script can be which sends the same requests: the same headers and tags, made once, one value
// for all, and one check of the status. Everything else is k6's default: its system tags, its summary, no output.
import { check } from 'k6';
import http from 'k6/http';

const rooms = __ENV.BENCH_ROOMS.split(';').flatMap((each) => {
  const [brand, ids] = each.split(':');
  return ids.split(',').map((id) => ({
    url: `${__ENV.POPSELL_BASE_URL}/chat/chatrooms/${id}`,
    params: {
      headers: {
        Authorization: `Bearer ${__ENV.POPSELL_TOKEN}`,
        'X-Popsell-Brand': brand,
        'Content-Type': 'application/json',
        Accept: 'application/json',
      },
      tags: { brand, bucket: `${brand}/${id}` },
    },
  }));
});
const body = '{"established_dialogue":"2023-10-06T13:41:09.123Z"}';
const expectations = { 'status is 200': (response) => response.status === 200 };

export default function patchChatroom() {
  const room = rooms[__ITER % rooms.length];
  check(http.patch(room.url, body, room.params), expectations);
}
