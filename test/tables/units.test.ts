import { describe, expect, it } from "vitest";
import { rowOf, tableOf } from "../filing.ts";

function unit(caption: string, a: string, b: string, heading = ""): string {
  const section = heading === "" ? "" : `${heading}\t\t\n`;
  const table = tableOf(
    `\tYear ended December 31,\n\t2023\t2024\n\tRMB\tRMB\nSales\t1,204\t1,377\n${section}${caption}\t${a}\t${b}\n`,
  );
  return rowOf(table, caption).unit;
}

describe("what the figures of a line count", () => {
  it.each([
    ["Gross margin", "607", "482", "currency"],
    ["Gross margin", "25.9", "28.2", "percent"],
    ["Gross margin", "25.9%", "28.2%", "percent"],
    ["Operating margin", "(164.0)", "12.1", "percent"],
    ["Shares used in computing basic earnings per share", "26,206", "26,371", "shares"],
    ["Average common shares outstanding used per diluted share", "26,206", "26,371", "shares"],
    ["Number of shares used in computing loss per share", "980", "991", "shares"],
    ["Total shares for basic and diluted earnings per share", "57.7", "57.1", "shares"],
    ["Denominator for diluted earnings per share", "57.7", "57.1", "shares"],
    ["Shares for services", "577", "571", "currency"],
    ["Earnings per common share, shares of two classes", "1.04", "0.98", "per-share"],
    ["Stock issued for cash per employee stock purchase plan", "893", "795", "currency"],
    ["Common stock, $1 par value per share", "254", "254", "currency"],
    [
      "Class B shares, $ 0.01 nominal value. Issued and outstanding 12,408,658 shares",
      "0.1",
      "0.1",
      "currency",
    ],
    ["Dividends per share", "0.12", "0.12", "per-share"],
    ["Series A preferred stock, 100,000 and 20,000 shares issued and outstanding", "100", "20", "currency"],
    ["Shares outstanding at December 31, 2024", "26,206", "26,371", "shares"],
    ["Overhead ratio", "58", "55", "rate"],
    ["Days sales outstanding", "41", "44", "rate"],
    ["Return on average assets (a)", "1.29", "1.61", "percent"],
    ["Effective income tax rate", "20.9", "19.2", "percent"],
    ["Compensation as a percentage of revenue", "28", "27", "percent"],
    ["Net charge-off/(recovery) rates", "0.45", "(0.01)", "percent"],
    ["Tax at the statutory rate", "209", "192", "currency"],
    ["Effect of foreign tax rates", "20", "19", "currency"],
    ["Interest rate", "209", "192", "currency"],
    ["Expected return on assets", "345", "312", "currency"],
    ["Rate stabilization reserve ratio", "1,345", "1,312", "currency"],
  ])("%s %s %s: %s", (caption, a, b, expected) => {
    expect(unit(caption, a, b)).toBe(expected);
  });

  it("is money between two balances in money, though the caption speaks of shares", () => {
    const table = tableOf(
      "\tShares\tAmount\tTotal\n\tRMB\tRMB\tRMB\nBalance at January 1, 2024\t1,204\t377\t377\nShares used to settle taxes, outstanding awards\t(40)\t(11)\t(11)\nDividends declared per share\t\t0.12\t0.12\nBalance at December 31, 2024\t1,164\t366\t366\nShares outstanding and issued\t1,164\t-\t1,164\n",
    );
    expect(rowOf(table, "Shares used to settle taxes, outstanding awards").unit).toBe("currency");
    expect(rowOf(table, "Dividends declared per share").unit).toBe("per-share");
    expect(rowOf(table, "Shares outstanding and issued").unit).toBe("shares");
  });

  it("is not what the heading says where the line prints whole amounts", () => {
    expect(unit("Net income", "199", "28", "Basic net income per share")).toBe("currency");
    expect(unit("Net income", "0.20", "0.03", "Basic net income per share")).toBe("per-share");
  });

  it("is what a heading of ratios says of the lines below, up to one that prints an amount", () => {
    expect(unit("Allowance to nonaccrual loans", "50", "104", "Credit ratios")).toBe("rate");
    expect(unit("Hosting", "43.1", "38.3", "Gross margins:")).toBe("percent");
    expect(unit("Allowance", "5,012", "5,104", "Credit ratios")).toBe("currency");
    expect(unit("Hosting", "43.1", "38.3", "Gross profit:")).toBe("currency");
  });
});
