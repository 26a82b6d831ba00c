import type { paths } from '../api/schema';

export type Policies = paths['/v1/policies']['get']['responses'][200]['content']['application/json'];
export type Policy = Policies['policies'][number];
export type PolicyStep = Policy['steps'][number];
