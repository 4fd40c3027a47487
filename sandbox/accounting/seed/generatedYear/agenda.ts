/** What happens on which day of the generated year. */
import type { Book } from '../../book/book';
import { addDays } from '../../values/dates';

/** Days with what happens on each, in the order it was put there. What is put on a day that is past happens at once on the current day. */
export interface Agenda {
	on(day: string, work: () => void): void;
	/** Lets every day up to `last` pass, the clock of the books with it; what is put on later days never happens. */
	run(first: string, last: string): void;
}

export function agendaOf(book: Book): Agenda {
	const days = new Map<string, Array<() => void>>();
	let today = '';
	return {
		on(day, work) {
			const key = day < today ? today : day;
			days.set(key, [...(days.get(key) ?? []), work]);
		},
		run(first, last) {
			const latest = book.now() - 1;
			for (today = first; today <= last; today = addDays(today, 1)) {
				// In New Zealand the day has begun by then, in summer and winter time.
				const start = Date.parse(`${addDays(today, -1)}T12:00:00Z`);
				for (let at = 0; at < (days.get(today)?.length ?? 0); at += 1) {
					book.now = () => Math.min(start + at * 1000, latest);
					days.get(today)?.[at]?.();
				}
				days.delete(today);
			}
		},
	};
}
