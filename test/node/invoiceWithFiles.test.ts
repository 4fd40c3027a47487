import { Stage } from './stage';

const on = new Stage();
beforeAll(async () => await on.open());
afterAll(async () => await on.close());
