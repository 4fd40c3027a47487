const asyncHooks = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment: NodeEnvironment } = require('jest-environment-node');
const giveTime = require('./givenTime');

/**
 * Runs all test files of a worker in Node's own global scope, one after the other. jest gives each file a scope of its own behind a proxy, in which
 * our code takes a quarter longer and n8n's 1,755 modules are loaded anew; here the modules of `packages` (jest.config.js) are loaded
 * once for a worker (`loadedOnce.js`), and only ours anew for each file. What a file may have changed of the scope is put back.
 */
const SHARED = {};

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, { parsingContext, importModuleDynamically, ...options } = {}) =>
	compileFunction(
		code,
		parameters,
		parsingContext === SHARED ? options : { ...options, parsingContext, importModuleDynamically },
	);

globalThis[Symbol.for('n8n-nodes-xero-suite.require')] = require;

/** Each stays in Node's list of what to hand on at every promise until it is disabled; jest makes one for each file. */
const storages = new Set();
const { AsyncLocalStorage } = asyncHooks;
asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
	constructor(...given) {
		super(...given);
		storages.add(this);
	}
};

const { exit } = process;
const environmentVariables = { ...process.env };

module.exports = class SharedScope extends NodeEnvironment {
	takeTimeBack = () => undefined;

	constructor(config, context) {
		super(config, context);
		this.global = globalThis;
	}

	getVmContext() {
		return SHARED;
	}

	async setup() {
		await super.setup();
		this.takeTimeBack = giveTime(process.env.TEST_NOW);
	}

	/** jest measures how long a file took by the same clock: before it looks, the machine's time is back. */
	async handleTestEvent({ name }) {
		if (name === 'run_finish') this.takeTimeBack();
	}

	async teardown() {
		this.takeTimeBack();
		await super.teardown();
		for (const storage of storages) storage.disable();
		storages.clear();
		process.exit = exit;
		for (const name of Object.keys(process.env)) if (!(name in environmentVariables)) delete process.env[name];
		Object.assign(process.env, environmentVariables);
	}
};
