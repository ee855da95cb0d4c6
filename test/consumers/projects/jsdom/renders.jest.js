import { expect, test } from '@jest/globals';
import { defineCases } from './cases.js';

defineCases(test, expect);
