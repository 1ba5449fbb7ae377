import { readProxyFromEnvironment } from './readProxyFromEnvironment';

describe('readProxyFromEnvironment', () => {
  const HTTPS_PROXY = 'http://proxy.example:3128';

  it('reads proxies where Node is told to use them', () => {
    expect(
      readProxyFromEnvironment({
        HTTPS_PROXY,
        no_proxy: 'localhost',
        NODE_USE_ENV_PROXY: '1',
      }),
    ).toEqual({
      httpProxy: undefined,
      httpsProxy: HTTPS_PROXY,
      noProxy: 'localhost',
    });
  });

  it.each([
    [{ HTTPS_PROXY }],
    [{ HTTPS_PROXY, NODE_USE_ENV_PROXY: '0' }],
    [{ HTTPS_PROXY: '', NODE_USE_ENV_PROXY: '1' }],
    [{ NODE_USE_ENV_PROXY: '1' }],
  ])('knows of none with %j', environment => {
    expect(readProxyFromEnvironment(environment)).toBeUndefined();
  });
});
