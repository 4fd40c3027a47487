import { differences, generated } from '../../scripts/generated';
import { checkedInSchemas, schemaFiles } from '../../scripts/outputSchemas/schemaFiles';
import { nothingMissing } from '../whatToDo';

const ACCEPT = `With a plus: what the tables say and the file does not. With a minus: what only the file says.
Look whether this is what you meant. A new name of an input, an option or a mode is kept in people's workflows for good; a name that
is gone is no longer found by those that hold it. Then run: npm run accept`;

test.each(['test/panel/frozenNames.json', 'test/panel/frozenOthers.json', 'docs/operations.md'])(
	'%s says what the tables say',
	async (file) => {
		const one = (await generated()).find((each) => each.file === file)!;
		nothingMissing(differences(one), ACCEPT);
	},
);

test('the schemas of what operations give say what the tables and Xero’s description say', () => {
	const files = schemaFiles();
	const changed = files.flatMap((one) => differences(one).map((line) => `${one.file}: ${line}`));
	const known = new Set(files.map(({ file }) => file));
	const stale = checkedInSchemas().filter((file) => !known.has(file));
	nothingMissing(
		[...changed, ...stale.map((file) => `${file}: no operation has it any more`)],
		"n8n's editor shows these schemas before the first run. Look whether this is what you meant. Then run: npm run accept",
	);
});

test('what a table has and a file has not comes with a plus, the reverse with a minus', () => {
	const linesOf = (text: string): string[] => text.split(' ');
	expect(differences({ file: '', text: 'get getAll void', linesOf }, 'get delete getAll')).toEqual(['+ void', '- delete']);
});
