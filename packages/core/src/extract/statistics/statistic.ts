import type { DocumentEntity } from "../../model/document-entity.js";
import type { QuantityItem } from "../quantities/quantity-item.js";

/** A total, a share or a comparison that is no single action. */
export interface Statistic {
  readonly quantity: QuantityItem;
  readonly value: number;
  readonly unit: string | null;
  readonly metric: string;
  readonly period: string | null;
  readonly scope: DocumentEntity | null;
  readonly reporter: DocumentEntity | null;
  readonly sentence: number;
  readonly item: number;
}
