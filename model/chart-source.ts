/** Where charts are fetched from. */
export type ChartSource =
  | { readonly kind: "upstream" }
  | {
      /**
       * One repository that mirrors every chart, for clusters and pipelines without internet
       * access.
       */
      readonly kind: "mirror";
      /** `https://…` or `oci://…` */
      readonly repository: string;
    }
  | {
      /**
       * Archives on disk, so that neither plan nor apply needs a chart repository. Synthesis copies
       * them into the stack, and compares them with the digests that are known.
       */
      readonly kind: "folder";
      /**
       * Folder with `<chart>-<version>.tgz`, relative to the project; `npm run charts` fills it:
       * `charts`.
       */
      readonly path: string;
    };
