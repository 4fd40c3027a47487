/**
 * Puts the clock of this process (or of jest's environment for one test file) to TEST_NOW, an ISO moment, from where it goes on at the
 * machine's pace. Sandbox, seeds, nodes and n8n's `$now` all go by it, so that no test depends on the day it runs on.
 */
const { TEST_NOW } = process.env;
const given = Date.parse(TEST_NOW ?? '');
if (Number.isNaN(given)) throw new Error(`TEST_NOW is a moment such as 2026-11-18T02:30:00Z, not ${TEST_NOW}`);

const Machine = Date;
const ahead = given - Machine.now();
const now = () => Machine.now() + ahead;

globalThis.Date = new Proxy(Machine, {
	apply: () => new Machine(now()).toString(),
	construct: (target, given, as) =>
		Reflect.construct(target, given.length > 0 ? given : [now()], as === globalThis.Date ? target : as),
	get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
Machine.prototype.constructor = globalThis.Date;
