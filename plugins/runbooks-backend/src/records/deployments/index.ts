export { DeploymentWriter } from './DeploymentWriter';
export { removeOldDeployments } from './removeOldDeployments';
