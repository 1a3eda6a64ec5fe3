import { aRecording, goodSeconds } from '../result/fixtures/a-run';
import { progressLine } from './progress';

it('is about the last seconds', () => {
  expect(progressLine(aRecording([[900], ...goodSeconds]), 5)).toBe(
    '11 s: 50 requests/s, median 3.2 ms, slowest 3.9 ms, 0 not 200, 0 violations so far',
  );
});
