import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('penguin-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
