import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FakeClock, settings} from '../../../testing/test-server.js';
import {dayOf, levelOf, secondsLeftOf, UsageMeter, type UsageNotice} from './usage.js';

test('a day is one in UTC, and says how much of it is left', () => {
  const late = Date.parse('2030-01-01T23:59:59.500Z');
  assert.equal(dayOf(late), '2030-01-01');
  assert.equal(secondsLeftOf(late), 1);
  assert.equal(secondsLeftOf(Date.parse('2030-01-02T00:00:00Z')), 86_400);
});

test('most of a day’s minutes warn, all of them stop, and without a limit nothing does', () => {
  assert.deepEqual(
    [0, 479, 480, 599, 600, 6000].map(seconds => levelOf(seconds, 10)),
    ['ok', 'ok', 'warning', 'warning', 'stop', 'stop'],
  );
  assert.equal(levelOf(1e9, undefined), 'ok');
});

test('the operator is warned once, and told once that it is over', async () => {
  const clock = new FakeClock();
  const days = new Map<string, number>();
  const store = {
    seconds: async () => 0,
    async add(_widget: string, day: string, seconds: number) {
      const sum = (days.get(day) ?? 0) + seconds;
      days.set(day, sum);
      return sum;
    },
  };
  const heard: UsageNotice[] = [];
  const limits = {...settings().limits, minutesPerDay: 5};
  const meter = new UsageMeter(
    {id: 'w', revisionId: 'r', status: 'live', settings: settings({limits})},
    {store, clock, onLevel: notice => heard.push(notice)},
  );
  let writes = Promise.resolve();
  await meter.enter(clock.now());
  clock.advance(60_000);
  meter.begin(write => (writes = writes.then(write)));
  for (let minute = 1; minute <= 7; minute++) {
    clock.advance(60_000);
    await writes;
  }
  assert.equal(days.get('2030-01-01'), 420);
  assert.deepEqual(
    heard.map(({level, isNew}) => [level, isNew]),
    [
      ['warning', true],
      ['stop', true],
      ['stop', false],
      ['stop', false],
    ],
  );
  meter.stop();
  clock.advance(29_000);
  await meter.enter(clock.now());
  await meter.enter(clock.now());
  clock.advance(600_000);
  await writes;
  assert.equal(days.get('2030-01-01'), 449);
});
