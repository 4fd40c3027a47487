/**
 * Puts the clock of this process to a moment (ISO), from where it goes on at the machine's pace; what it returns puts it back. Sandbox,
 * seeds, nodes and n8n's `$now` all go by it, so that no test depends on the day it runs on.
 *
 * @param {string | undefined} moment such as 2026-11-18T02:30:00Z
 * @returns {() => void}
 */
module.exports = function giveTime(moment) {
	const given = Date.parse(moment ?? '');
	if (Number.isNaN(given)) throw new Error(`TEST_NOW is a moment such as 2026-11-18T02:30:00Z, not ${moment}`);

	const Machine = Date;
	const ahead = given - Machine.now();
	const now = () => Machine.now() + ahead;
	const Given = new Proxy(Machine, {
		apply: () => new Machine(now()).toString(),
		construct: (target, parts, as) => Reflect.construct(target, parts.length > 0 ? parts : [now()], as === Given ? target : as),
		get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
	});
	const put = (date) => {
		globalThis.Date = date;
		Machine.prototype.constructor = date;
	};
	put(Given);
	return () => put(Machine);
};
