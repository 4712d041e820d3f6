// Every file of the generated package that has a template with holes. Other files below templates/ are copied as they are.
import type { PackageArtifact, VendorArtifact, VendorDocument } from "./artifact.ts";
import { arbitraries } from "./arbitraries.ts";
import { asyncapiExport } from "./asyncapi-export.ts";
import { contractJson } from "./contract-json.ts";
import { contractMd } from "./contract-md.ts";
import { enums } from "./enums.ts";
import { events } from "./events.ts";
import { examples } from "./examples.ts";
import { indexModule } from "./index-module.ts";
import { jsonSchemaExport } from "./json-schema-export.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { openapiExport } from "./openapi-export.ts";
import { packageJson } from "./package-json.ts";
import { readme } from "./readme.ts";
import { receive } from "./receive.ts";
import { signatures } from "./signatures.ts";
import { samples } from "./samples.ts";
import { types } from "./types.ts";
import { upgrades } from "./upgrades.ts";
import { validators } from "./validators.ts";

export const packageArtifacts: readonly PackageArtifact[] = [contractJson, contractMd, packageJson, readme];
export const vendorDocuments: readonly VendorDocument[] = [asyncapiExport, jsonSchemaExport, openapiExport];
export const vendorArtifacts: readonly VendorArtifact[] = [
  arbitraries,
  enums,
  events,
  examples,
  indexModule,
  jsonSchemas,
  receive,
  samples,
  signatures,
  types,
  upgrades,
  validators,
];
