// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/plain_words.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr std::array kEnglish{
    PlainWord{u"above-?mentioned|afore(?:said|mentioned)", u"this"},
    PlainWord{u"accompany(?:ing)?", u"go with"},
    PlainWord{u"accomplish(?:es|ed|ing)?", u"do"},
    PlainWord{u"accordingly", u"so"},
    PlainWord{u"acquir(?:e|es|ed|ing)", u"get"},
    PlainWord{u"adjacent to", u"next to"},
    PlainWord{u"ad hoc", u"for this"},
    PlainWord{u"advis(?:e|es|ed|ing) you", u"tell you"},
    PlainWord{u"ameliorat(?:e|es|ed|ing|ion)", u"make better"},
    PlainWord{u"ascertain(?:s|ed|ing)?", u"find out"},
    PlainWord{u"as a consequence of", u"because of"},
    PlainWord{u"at (?:this|the present) (?:point in )?time", u"now"},
    PlainWord{u"at your earliest convenience", u"soon"},
    PlainWord{u"attempt(?:s|ed|ing)?", u"try"},
    PlainWord{u"by means of", u"by"},
    PlainWord{u"cease(?:s|d)?|ceasing", u"stop"},
    PlainWord{u"circumvent(?:s|ed|ing)?", u"get around"},
    PlainWord{u"commenc(?:e|es|ed|ing|ement)", u"begin"},
    PlainWord{u"compris(?:e|es|ed|ing)", u"have"},
    PlainWord{u"compromised", u"seen or taken"},
    PlainWord{u"concerning", u"about"},
    PlainWord{u"consequently", u"so"},
    PlainWord{u"containment", u"stopping it"},
    PlainWord{u"contractual obligations?", u"contract"},
    PlainWord{u"credentials", u"user name and password"},
    PlainWord{u"deem(?:s|ed)?", u"think"},
    PlainWord{u"demonstrat(?:e|es|ed|ing)", u"show"},
    PlainWord{u"despite the fact that", u"although"},
    PlainWord{u"disseminat(?:e|es|ed|ing|ion)", u"spread"},
    PlainWord{u"due to the fact that", u"because"},
    PlainWord{u"effectuat(?:e|es|ed|ing)", u"carry out"},
    PlainWord{u"encounter(?:s|ed|ing)?", u"meet"},
    PlainWord{u"endeavou?r(?:s|ed|ing)?", u"try"},
    PlainWord{u"enumerat(?:e|es|ed|ing)", u"list"},
    PlainWord{u"erroneous(?:ly)?", u"wrong"},
    PlainWord{u"exfiltrat(?:e|es|ed|ing|ion)", u"copy out, or steal"},
    PlainWord{u"expedit(?:e|es|ed|ing|ious|iously)", u"speed up"},
    PlainWord{u"expend(?:s|ed|ing)?", u"spend"},
    PlainWord{u"facilitat(?:e|es|ed|ing)", u"help"},
    PlainWord{u"finaliz(?:e|es|ed|ing)", u"finish"},
    PlainWord{u"for the purposes? of", u"for, to"},
    PlainWord{u"forensic (?:analysis|examination|investigation)", u"close look at the computers"},
    PlainWord{u"forthwith", u"at once"},
    PlainWord{u"furthermore|moreover", u"also"},
    PlainWord{u"henceforth", u"from now on"},
    PlainWord{u"here(?:by|in|to|with|under|after|tofore|inafter)", {}},
    PlainWord{u"impact(?:s|ed|ing)", u"affect"},
    PlainWord{u"implement(?:s|ed|ing|ation)?", u"put in place"},
    PlainWord{u"inasmuch as", u"because"},
    PlainWord{u"inception", u"start"},
    PlainWord{u"in accordance with", u"by, under"},
    PlainWord{u"in addition to", u"besides"},
    PlainWord{u"in an effort to", u"to"},
    PlainWord{u"in conjunction with", u"with"},
    PlainWord{u"indemnif(?:y|ies|ied|ication)", u"pay for losses"},
    PlainWord{u"initiat(?:e|es|ed|ing|ion)", u"start"},
    PlainWord{u"in lieu of", u"instead of"},
    PlainWord{u"in order (?:to|that)", u"to"},
    PlainWord{u"in regards? to|with regards? to|with respect to|in relation to|pertaining to", u"about"},
    PlainWord{u"in the amount of", u"for"},
    PlainWord{u"in the event (?:that|of)", u"if"},
    PlainWord{u"in view of the fact that", u"since"},
    PlainWord{u"inter alia", u"among others"},
    PlainWord{u"magnitude", u"size"},
    PlainWord{u"methodology|methodologies", u"method"},
    PlainWord{u"mitigat(?:e|es|ed|ing|ion)", u"limit"},
    PlainWord{u"necessitat(?:e|es|ed|ing)", u"need"},
    PlainWord{u"notwithstanding", u"in spite of"},
    PlainWord{u"numerous", u"many"},
    PlainWord{u"on account of|on the grounds that", u"because"},
    PlainWord{u"on behalf of", u"for"},
    PlainWord{u"perpetrat(?:e|es|ed|ing|or|ors)", u"who did it"},
    PlainWord{u"preclud(?:e|es|ed|ing)", u"keep from"},
    PlainWord{u"prior to", u"before"},
    PlainWord{u"procur(?:e|es|ed|ing|ement)", u"get"},
    PlainWord{u"proactive(?:ly)?", {}},
    PlainWord{u"promulgat(?:e|es|ed|ing)", u"issue"},
    PlainWord{u"provided that", u"if"},
    PlainWord{u"pursuant to", u"under"},
    PlainWord{u"ransomware", u"software that locks files for ransom"},
    PlainWord{u"remediat(?:e|es|ed|ing|ion)", u"repair"},
    PlainWord{u"remuneration", u"pay"},
    PlainWord{u"render(?:s|ed|ing)?", u"make, give"},
    PlainWord{u"robust", u"strong"},
    PlainWord{u"solicit(?:s|ed|ing)?", u"ask for"},
    PlainWord{u"subsequent to", u"after"},
    PlainWord{u"subsequently", u"later"},
    PlainWord{u"subsequent", u"later"},
    PlainWord{u"substantiat(?:e|es|ed|ing)", u"prove"},
    PlainWord{u"sufficient", u"enough"},
    PlainWord{u"terminat(?:e|es|ed|ing|ion)", u"end"},
    PlainWord{u"thereafter|thereby|therein|thereof|thereto|thereunder", {}},
    PlainWord{u"threat actors?", u"attacker"},
    PlainWord{u"transmit(?:s|ted|ting)?", u"send"},
    PlainWord{u"unauthorized (?:third )?(?:part(?:y|ies)|persons?|individuals?|actors?)",
              u"someone who was not allowed to"},
    PlainWord{u"undertak(?:e|es|en|ing)|undertook", u"take on, do"},
    PlainWord{u"until such time as", u"until"},
    PlainWord{u"utili[sz](?:e|es|ed|ing|ation)", u"use"},
    PlainWord{u"vector", u"way in"},
    PlainWord{u"whereas|whereby|wherein", u"because, where"},
    PlainWord{u"with the exception of", u"except for"},
};

constexpr std::array kSpanish{
    PlainWord{u"(?:ante|suso)dich[oa]s?|(?:antes|arriba|anteriormente|previamente) (?:mencionad|citad|indicad)[oa]s?",
              u"este, esta"},
    PlainWord{u"a efectos? de(?: que)?|con (?:el|la) (?:fin|objeto|finalidad|propósito) de(?: que)?|en aras de",
              u"para"},
    PlainWord{u"a la mayor brevedad(?: posible)?", u"pronto"},
    PlainWord{u"adicionalmente", u"además"},
    PlainWord{u"asimismo", u"también"},
    PlainWord{u"con anterioridad a|con carácter previo a|previamente a", u"antes de"},
    PlainWord{u"con posterioridad a", u"después de"},
    PlainWord{u"conforme a lo (?:dispuesto|establecido|previsto)|de conformidad con|en virtud de", u"según, por"},
    PlainWord{u"dar inicio a|dio inicio a|dimos inicio a", u"empezar"},
    PlainWord{u"debido al hecho de que", u"porque"},
    PlainWord{u"efectu(?:ar|ó|aron|amos|ad[oa]s?)", u"hacer"},
    PlainWord{u"en el supuesto de que|en la eventualidad de que", u"si"},
    PlainWord{u"en lo (?:relativo|referente|concerniente) a|con (?:respecto|relación) a|en relación con", u"sobre"},
    PlainWord{u"exfiltr(?:ar|ó|aron|ad[oa]s?|ación|aciones)", u"copiar o robar"},
    PlainWord{u"implement(?:ar|ó|aron|amos|ad[oa]s?|ación)", u"poner en marcha"},
    PlainWord{u"indemniz(?:ar|ación|aciones)", u"pagar los daños"},
    PlainWord{u"infructuos(?:o|a|os|as|amente)", u"sin éxito"},
    PlainWord{u"llev(?:ar|ó|aron|amos) a cabo", u"hacer"},
    PlainWord{u"metodologías?", u"método"},
    PlainWord{u"mitig(?:ar|ó|aron|amos|ación)", u"limitar"},
    PlainWord{u"no obstante", u"pero"},
    PlainWord{u"proced(?:er|ió|ieron|imos) a", {}},
    PlainWord{u"remediaci(?:ón|ones)", u"arreglo"},
    PlainWord{u"sin perjuicio de", u"aunque"},
    PlainWord{u"subsan(?:ar|ó|aron|amos|ad[oa]s?|ación)", u"corregir"},
    PlainWord{u"utiliz(?:ar|ó|aron|amos|ad[oa]s?|ación)", u"usar"},
};

constexpr std::array kAbbreviations{
    PlainWord{u"BAA", u"contract with a company that works for us"},
    PlainWord{u"DOB", u"date of birth"},
    PlainWord{u"EHR|EMR", u"electronic medical record"},
    PlainWord{u"EOB", u"explanation of benefits"},
    PlainWord{u"e?PHI", u"health information"},
    PlainWord{u"FTC", u"Federal Trade Commission"},
    PlainWord{u"HHS", u"U.S. Department of Health and Human Services"},
    PlainWord{u"HIPAA", u"the federal health privacy law"},
    PlainWord{u"MFA|2FA", u"a second step at sign-in"},
    PlainWord{u"MRN", u"medical record number"},
    PlainWord{u"OCR", u"Office for Civil Rights"},
    PlainWord{u"PII", u"personal information"},
    PlainWord{u"S?FTP|VPN|RDP|API|SQL|S3", u"what it does, in everyday words"},
    PlainWord{u"SSNs?", u"Social Security number"},
};

} // namespace

std::span<const PlainWord> plainWords(const QString &language)
{
    if (language == "en"_L1)
        return kEnglish;
    if (language == "es"_L1)
        return kSpanish;
    return {};
}

std::span<const PlainWord> tradeAbbreviations()
{
    return kAbbreviations;
}

} // namespace tocsin::notices
