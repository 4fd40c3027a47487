import { clock } from '../../nodes/shared/http/clock';
import { event, bodyOf, intent, KEY, signatureOf, staged } from './stage';

const stage = staged({ seed: 'empty' });

/** Well formed, and of nothing. */
const forged = `${'A'.repeat(43)}=`;

test('a delivery that Xero signed is answered with 200, no body and no cookie, and starts an execution', async () => {
	const active = await stage.activate();
	const heard = await stage.post(active, bodyOf([event()]));
	expect([heard.status, heard.body, heard.headers.get('set-cookie')]).toEqual([200, '', null]);
	expect(active.stored).toHaveLength(1);
});

test('the signature of a known body is the one that openssl gives', () => {
	// printf '{"events":[]}' | openssl dgst -sha256 -hmac local-webhooks-key -binary | base64
	expect(signatureOf('{"events":[]}', 'local-webhooks-key')).toBe('Om8ePMtyUC33qcmPufMfwBcZ6Tu1DvyHJxw59YMiyO8=');
});

const body = bodyOf([event()]);
const right = signatureOf(body);
test.each<readonly [string, string | null]>([
	['missing', null],
	['empty', ''],
	['of another body', signatureOf(bodyOf([event({ eventType: 'CREATE' })]))],
	['of another key', signatureOf(body, 'another key')],
	['cut short', right.slice(0, -4)],
	['in hexadecimal', Buffer.from(right, 'base64').toString('hex')],
	['with letters behind it that base64 does not count', `${right}!!`],
	['in the other spelling of base64', right.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')],
	['given twice', `${right}, ${right}`],
	['no base64 at all', '%%%'],
	['very long', 'A'.repeat(8_000)],
])('a signature that is %s is answered with 401 and nothing else', async (_which, signature) => {
	const active = await stage.activate();
	const heard = await stage.post(active, body, signature);
	expect([heard.status, heard.body]).toEqual([401, '']);
	expect(active.stored).toEqual([]);
	expect(active.saved).toBe('{}');
});

test('the bytes count: the same JSON with another space in it is not what was signed', async () => {
	const active = await stage.activate();
	expect((await stage.post(active, body.replace('{"events"', '{ "events"'), right)).status).toBe(401);
	expect((await stage.post(active, body, right)).status).toBe(200);
});

test('text beyond ASCII is signed over its UTF-8 bytes', async () => {
	const active = await stage.activate();
	const words = bodyOf([event({ note: 'Tāmaki Makaurau – “ünïcode” 🧾' })]);
	expect((await stage.post(active, words)).status).toBe(200);
});

test('an Intent to Receive is answered rightly, wrong signatures among the right ones, and starts nothing', async () => {
	const active = await stage.activate();
	const asked = [signatureOf(intent), signatureOf(intent, 'wrong'), signatureOf(intent), 'nonsense'];
	const heard = [];
	for (const signature of asked) heard.push(await stage.post(active, intent, signature));
	expect(heard.map((one) => one.status)).toEqual([200, 401, 200, 401]);
	expect(heard.map((one) => one.body)).toEqual(['', '', '', '']);
	expect(active.stored).toEqual([]);
});

test.each([
	['no JSON', 'hello'],
	['JSON without events', '{}'],
	['a list', '[]'],
	['null', 'null'],
	['events that are no list', '{"events":{"a":1}}'],
	['events that are no objects', '{"events":[null,1,"x",[]]}'],
	['nothing at all', ''],
])('a signed body that holds %s is answered with 200 and starts nothing', async (_what, odd) => {
	const active = await stage.activate();
	const heard = await stage.post(active, odd);
	expect([heard.status, heard.body]).toEqual([200, '']);
	expect(active.stored).toEqual([]);
});

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const nested = (levels: number): string => bodyOf([event({ data: 'DEEP' })]).replace('"DEEP"', deep(levels));

test('an event nested 10,000 deep is answered with 200 and goes on without what is nested so', async () => {
	const active = await stage.activate({ fetchRecord: false });
	const heard = await stage.post(active, nested(10_000));
	expect([heard.status, heard.body]).toEqual([200, '']);
	const [given] = await active.json();
	expect([given!.eventCategory, 'data' in given!]).toEqual(['INVOICE', false]);
	expect((await stage.post(active, nested(10_000))).status).toBe(200);
	expect(active.stored).toHaveLength(1);
});

test('an event nested 10,000 deep that Xero did not sign is answered with 401', async () => {
	const active = await stage.activate({ fetchRecord: false });
	expect((await stage.post(active, nested(10_000), forged)).status).toBe(401);
	expect(active.stored).toEqual([]);
});

test('what Xero nests in an event goes on as it came', async () => {
	const active = await stage.activate({ fetchRecord: false });
	await stage.post(active, nested(90));
	expect(JSON.stringify((await active.json())[0]!.data)).toBe(deep(90));
});

test('a body of brackets alone is answered with 200 and starts nothing', async () => {
	const active = await stage.activate();
	const brackets = `{"events":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
	expect((await stage.post(active, brackets)).status).toBe(200);
	expect(active.stored).toEqual([]);
});

test('a key with spaces around it, as pasted, is the same key', async () => {
	const active = await stage.activate();
	active.secret = ` ${KEY}\n`;
	expect((await stage.post(active, body)).status).toBe(200);
});

test('without a signing secret nothing is taken for Xero’s, not even what is signed with an empty key', async () => {
	const active = await stage.activate();
	active.secret = '';
	expect((await stage.post(active, body)).status).toBe(401);
	expect((await stage.post(active, body, signatureOf(body, ''))).status).toBe(401);
	expect(active.stored).toEqual([]);
});

test('a new key in the credential counts within a second, and the old one no longer', async () => {
	const active = await stage.activate();
	await stage.post(active, bodyOf([event()]));
	active.secret = 'a new key';
	const turned = bodyOf([event({ eventType: 'CREATE' })]);
	await stage.clock.sleep(1_000);
	expect((await stage.post(active, turned, signatureOf(turned, 'a new key'))).status).toBe(200);
	expect((await stage.post(active, turned, signatureOf(turned))).status).toBe(401);
});

test('many forgeries at once make n8n open the credential once', async () => {
	const active = await stage.activate();
	Object.assign(clock, { now: () => 1_000_000 });
	const heard = await Promise.all(Array.from({ length: 60 }, async () => await stage.post(active, body, forged)));
	expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([401]));
	expect(active.opened).toBe(1);
});

test('a body larger than any delivery is not read', async () => {
	const active = await stage.activate();
	expect((await stage.post(active, ' '.repeat(9 * 1024 * 1024), forged)).status).toBe(401);
	expect(active.opened).toBe(0);
});

test('while the credential cannot be opened, everything is asked for again later, and nothing starts', async () => {
	const active = await stage.activate();
	active.locked = true;
	const heard = [await stage.post(active, body), await stage.post(active, body, forged)];
	expect(heard.map((one) => [one.status, one.body])).toEqual([
		[503, ''],
		[503, ''],
	]);
	expect(active.stored).toEqual([]);
});

test('a credential that was opened before goes on for as long as it cannot be opened', async () => {
	const active = await stage.activate();
	await stage.post(active, body);
	active.locked = true;
	const next = bodyOf([event({ eventType: 'CREATE' })]);
	await stage.clock.sleep(1_000);
	expect((await stage.post(active, next, forged)).status).toBe(401);
	expect((await stage.post(active, next)).status).toBe(200);
});

test('many forgeries one after the other make n8n open the credential once', async () => {
	const active = await stage.activate();
	Object.assign(clock, { now: () => 1_000_000 });
	for (let times = 0; times < 50; times += 1) expect((await stage.post(active, body, forged)).status).toBe(401);
	expect(active.opened).toBe(1);
	expect((await stage.post(active, body, right)).status).toBe(200);
	expect(active.opened).toBe(1);
});
