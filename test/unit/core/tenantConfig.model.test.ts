import { describe, expect, it, vi } from 'vitest';
import type { TenantConfig } from '../../../src/contract/config.ts';
import { defaultCategories } from '../../../src/core/defaults.ts';
import { defaultLinks, helpLinks } from '../../../src/core/helpLinks.ts';
import type { LoadApi } from '../../../src/core/ports.ts';
import {
  createTenantConfigModel,
  type LocalTenantConfig,
} from '../../../src/core/tenantConfig.model.ts';
import { NetworkError } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { createFakeApi } from '../../support/fakes.ts';

const remote: TenantConfig = {
  name: 'Acme',
  email: 'help@acme.example',
  links: [],
  categories: [{ id: 'shipping', label: 'Shipping' }],
  fields: [{ id: 'os', label: 'System', type: 'text', required: false }],
  attachments: { max_files: 2, max_bytes: 1_000, types: ['image/*'] },
};

function createModel(api: LoadApi | null, local: LocalTenantConfig = {}) {
  return createTenantConfigModel({
    local: () => local,
    defaults: { email: 'us@x.example', categories: defaultCategories },
    api,
    locale: () => 'es',
  });
}

describe('createTenantConfigModel', () => {
  it('has the five links and seven categories of the product by default', () => {
    const model = createModel(null);
    model.load();
    expect(
      helpLinks(model).map(({ name, url, category, icon }) => [name, url, category, icon]),
    ).toEqual([
      [
        'Knowledge Base',
        'https://help.penguinmails.com/knowledge-base',
        'self-service',
        'BookOpenIcon',
      ],
      ['Support', 'https://help.penguinmails.com/support', 'contact', 'SupportIcon'],
      ['Video Tutorials', 'https://help.penguinmails.com/video-tutorials', 'learning', 'PlayIcon'],
      ['Glossary', 'https://help.penguinmails.com/glossary', 'reference', 'GlossaryIcon'],
      ['Our Services', 'https://help.penguinmails.com/our-services', 'information', 'ServiceIcon'],
    ]);
    expect(model.categories.value.map(({ id }) => id).join()).toBe(
      'technical,billing,account,deliverability,integration,feature_request,other',
    );
    expect(model.email.value).toBe('us@x.example');
    expect(model.fields.value).toEqual([]);
  });

  it('prefers the backend’s values to the defaults, even an empty list of links', async () => {
    const model = createModel(createFakeApi({ getConfig: async () => remote }));
    model.load();
    await eventually(() => expect(model.email.value).toBe('help@acme.example'));
    expect(helpLinks(model)).toEqual([]);
    expect(model.categories.value).toEqual(remote.categories);
    expect(model.fields.value).toEqual(remote.fields);
  });

  it('prefers the page’s values to the backend’s', async () => {
    const local = { email: 'page@x.example', links: [], categories: [{ id: 'a' }], fields: [] };
    const getConfig = vi.fn(async () => remote);
    const model = createModel(createFakeApi({ getConfig }), local);
    model.load();
    await eventually(() => expect(getConfig).toHaveReturned());
    await getConfig.mock.results[0]?.value;
    expect(model.email.value).toBe('page@x.example');
    expect(model.categories.value).toEqual([{ id: 'a' }]);
    expect(model.fields.value).toEqual([]);
  });

  it('never offers a form without categories', async () => {
    const none = { ...remote, categories: [] };
    const model = createModel(createFakeApi({ getConfig: async () => none }));
    model.load();
    await eventually(() => expect(model.email.value).toBe('help@acme.example'));
    expect(model.categories.value).toEqual(defaultCategories);
  });

  it('loads once in the language of the visitor, and again after a failure', async () => {
    const getConfig = vi.fn(async (): Promise<TenantConfig> => remote);
    getConfig.mockRejectedValueOnce(new NetworkError('gone'));
    const model = createModel(createFakeApi({ getConfig }));
    expect(getConfig).not.toHaveBeenCalled();
    model.load();
    model.load();
    await eventually(() => expect(getConfig).toHaveBeenCalledTimes(1));
    expect(helpLinks(model)).toEqual(defaultLinks);
    await eventually(() => {
      model.load();
      expect(getConfig).toHaveBeenCalledTimes(2);
    });
    await eventually(() => expect(helpLinks(model)).toEqual([]));
    model.load();
    expect(getConfig).toHaveBeenCalledTimes(2);
    expect(getConfig).toHaveBeenCalledWith({ query: { locale: 'es' } }, expect.anything());
  });
});
