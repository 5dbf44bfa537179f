/** The layout registers itself with `cytoscape.use`; the package ships no types of its own. */
declare module 'cytoscape-fcose' {
  import type { Ext, LayoutOptions } from 'cytoscape';

  /** What of its options is used here; the README of the package has the others. */
  export interface FcoseOptions extends Pick<LayoutOptions, 'name'> {
    readonly name: 'fcose';
    /** `proof` takes longest and is the only one that heeds the room of labels. */
    readonly quality: 'draft' | 'default' | 'proof';
    readonly randomize: boolean;
    readonly animate: false;
    readonly packComponents: boolean;
    readonly idealEdgeLength: number;
    readonly nodeRepulsion: number;
    readonly gravity: number;
    readonly tile: boolean;
    readonly tilingPaddingVertical: number;
    readonly tilingPaddingHorizontal: number;
  }
  const register: Ext;
  export default register;
}
