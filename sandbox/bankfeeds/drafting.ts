import { signed } from './amounts';
import type { StatementDraft, StatementLine } from './feeds';
import { Fields } from './fields';
import { type Body, problem, type Problem } from './problems';

const HOUR = 3_600_000;

/** Reads a statement of a request; `problems` says what is wrong with it, and then it is not to be taken. */
export function drafted(item: Body, now: number, problems: Problem[]): StatementDraft | undefined {
	const fields = new Fields(item, problems);
	const feedConnectionId = fields.guid('feedConnectionId');
	if (feedConnectionId === undefined && item['feedConnectionId'] === undefined) fields.missing('feedConnectionId');
	const [startDate, endDate] = [fields.date('startDate'), fields.date('endDate')];
	const [startBalance, endBalance] = [fields.object('startBalance')?.sided(), fields.object('endBalance')?.sided()];
	const lines = fields.list('statementLines', 'StatementLine')?.flatMap((line) => lineOf(line) ?? []);
	if (!feedConnectionId || !startDate || !endDate || !startBalance || !endBalance || !lines || problems.length > 0)
		return undefined;
	const draft = { feedConnectionId, startDate, endDate, startBalance, endBalance, lines };
	problems.push(...datesOf(draft, now), ...balanceOf(draft));
	return draft;
}

function lineOf(line: Fields): StatementLine | undefined {
	const [postedDate, sided] = [line.date('postedDate'), line.sided()];
	const texts = {
		description: line.text('description', 2000),
		transactionId: line.text('transactionId', Infinity),
		payeeName: line.text('payeeName', 255),
		reference: line.text('reference', 255),
		chequeNumber: line.text('chequeNumber', 20),
		transactionType: line.text('transactionType', 30),
	};
	return postedDate === undefined || !sided ? undefined : { postedDate, ...sided, ...texts };
}

/** Nothing is dated in the future, nor does a statement begin more than a year ago or after its end. */
function datesOf({ startDate, endDate, lines }: StatementDraft, now: number): Problem[] {
	// The latest and the earliest day that it is anywhere on Earth: whatever the organisation's zone, its today is within them.
	const [latest, earliest] = [dayAt(now + 14 * HOUR), dayAt(now - 12 * HOUR)];
	const yearAgo = `${Number(earliest.slice(0, 4)) - 1}${earliest.slice(4)}`;
	const found: Problem[] = [];
	if (startDate > latest) found.push(problem('invalid-start-date', 'The start date must not be in the future.'));
	if (startDate < yearAgo) found.push(problem('invalid-start-date', 'The start date must not be older than one year.'));
	if (endDate > latest) found.push(problem('invalid-end-date', 'The end date must not be in the future.'));
	if (endDate < startDate) found.push(problem('invalid-start-and-end-date', 'The end date must not be before the start date.'));
	if (lines.some(({ postedDate }) => postedDate > latest)) {
		found.push(
			problem('invalid-request', "For the request field 'StatementLine.PostedDate' the date must not be in the future."),
		);
	}
	return found;
}

function dayAt(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

function balanceOf({ startBalance, endBalance, lines }: StatementDraft): Problem[] {
	const end = lines.reduce((sum, line) => sum + signed(line), signed(startBalance));
	if (end === signed(endBalance)) return [];
	// Xero's example.
	return [problem('invalid-end-balance', 'End balance does not match start balance +/- statement line amounts.')];
}

/** What makes two statements the same one: all of it but the words on its lines. Transaction ids count where they are sent. */
export function sameness({ feedConnectionId, startDate, endDate, startBalance, endBalance, lines }: StatementDraft): string {
	const of = lines.map((line) => [line.postedDate, signed(line), line.transactionId ?? line.description ?? ''].join(' '));
	return [feedConnectionId, startDate, endDate, signed(startBalance), signed(endBalance), ...of].join('\n');
}
