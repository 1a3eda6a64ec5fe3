import type { Obligation } from './obligation';

const returned = 'Responses › 200 › Return the updated chatroom';
const body = 'Body › established_dialogue string(date-time)';

/** What a valid PATCH owes, apart from the properties of its body (see body-obligations.ts). */
export const okObligations = [
  { id: '200/status', title: 'a valid PATCH is answered with 200', documentation: returned, policy: [15] },
  {
    id: '200/header/content-type',
    title: 'a 200 is application/json',
    documentation: 'Responses › 200 application/json',
    policy: [1],
  },
  {
    id: '200/body',
    title: 'a 200 is one JSON object',
    documentation: 'Responses › 200 › object',
    policy: [1],
  },
  {
    id: '200/body/id_chatroom/requested',
    title: 'id_chatroom is the requested id',
    documentation: returned,
    policy: [8],
  },
  {
    id: '200/body/ambassadors/*/online/rule',
    title: 'online is true exactly when last_action_date is less than 5 minutes ago',
    documentation: 'Responses › 200 › ambassadors[] › online',
    policy: [7],
  },
  {
    id: '200/body/ambassadors/*/chatroom_pivot_data/*/id_chatroom/requested',
    title: "a pivot's id_chatroom is the requested id",
    documentation: 'Responses › 200 › ambassadors[] › chatroom_pivot_data[] › id_chatroom',
    policy: [8],
  },
  {
    id: '200/body/ambassadors/*/chatroom_pivot_data/*/id_ambassador/own',
    title: "a pivot's id_ambassador is its ambassador's",
    documentation: 'Responses › 200 › ambassadors[] › chatroom_pivot_data[] › id_ambassador',
    policy: [8],
  },
  {
    id: '200/value/answered',
    title: 'the value sent is the value answered',
    documentation: returned,
    policy: [9],
  },
  {
    id: '200/value/stored',
    title: 'the value sent is still there in a later answer',
    documentation: returned,
    policy: [9],
  },
  {
    id: '200/value/every-brand',
    title: 'a value can be set and read in every brand of the target',
    documentation: returned,
    policy: [9],
  },
  { id: '200/empty-body/status', title: '{} is answered with 200', documentation: 'Body', policy: [9] },
  { id: '200/empty-body/unchanged', title: '{} changes nothing', documentation: 'Body', policy: [9] },
  {
    id: '200/state/other-fields',
    title: 'fields that were not sent keep their values',
    documentation: returned,
    policy: [9],
  },
  {
    id: '200/state/other-chatrooms',
    title: 'a PATCH changes no other chatroom',
    documentation: returned,
    policy: [9, 18],
  },
  {
    id: '200/state/read-only-fields',
    title: 'read-only body fields change nothing',
    documentation: 'Body',
    policy: [9],
  },
  {
    id: '200/state/undocumented-fields',
    title: 'undocumented body fields change nothing',
    documentation: 'Body',
    policy: [9],
  },
  {
    id: '200/accept/any',
    title: 'a 200 is the same with Accept: */*',
    documentation: 'Request example (no Accept header)',
    policy: [21],
  },
  {
    id: '200/date-time/documented-example',
    title: 'the documented example "2023-10-06 13:41:09.123" is accepted',
    documentation: 'Request examples',
    policy: [3],
  },
  {
    id: '200/date-time/utc',
    title: 'a date-time in UTC is accepted and kept',
    documentation: body,
    policy: [3, 9],
  },
  {
    id: '200/date-time/lower-case',
    title: 'a date-time with lower-case t and z is accepted and kept',
    documentation: body,
    policy: [3, 9],
  },
  {
    id: '200/date-time/offset',
    title: 'a date-time with an offset is accepted and kept as an instant',
    documentation: body,
    policy: [9],
  },
  {
    id: '200/date-time/widest-offset',
    title: 'offsets that no zone has, up to the limit of RFC 3339, 23:59, are accepted, too',
    documentation: body,
    policy: [9],
  },
  {
    id: '200/date-time/fraction',
    title: 'fractions of 1 to 9 digits are accepted; digits below a second may be lost',
    documentation: body,
    policy: [9],
  },
  {
    id: '200/date-time/leap-day',
    title: '29 February of a leap year is accepted and kept',
    documentation: body,
    policy: [9],
  },
  {
    id: '200/date-time/range',
    title: 'distant years are accepted and kept',
    documentation: body,
    policy: [9],
  },
] as const satisfies Obligation[];
