// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/picture.h"

#include <QByteArray>
#include <QHash>
#include <QRectF>
#include <QString>

#include <vector>

namespace tocsin::notices {

/// What an element of the structure holds, in reading order.
struct Kid
{
    enum class Kind { Element, Content, Annotation };
    Kind kind = Kind::Element;
    int index = 0; ///< of an element; of marked content on its page; of a link on its page
    int page = 0;
};

/// An element of the structure: /P, /H1, /TD and so on.
struct Element
{
    QByteArray tag;
    int parent = -1; ///< -1: the document itself
    QByteArray entries; ///< further dictionary entries
    std::vector<Kid> kids;
};

struct LinkBox
{
    QRectF box; ///< points, from the top left of the page
    QString target;
    QString text;
    int element = 0;
};

struct PageContent
{
    QByteArray operators;
    std::vector<int> marked; ///< the element of each piece of marked content
    std::vector<LinkBox> links;
};

struct Place
{
    int page = -1; ///< from 0
    double y = 0; ///< points from the top
};

struct Bookmark
{
    int level = 1;
    QString title;
    Place place;
};

/// A document on pages, with everything a PDF says about it. Page numbers are the document's own.
struct LaidOut
{
    std::vector<PageContent> pages;
    std::vector<Element> elements;
    QHash<QString, Place> anchors;
    std::vector<Bookmark> bookmarks;
    std::vector<Picture> pictures; ///< that the pages show, each once
    bool addressShortened = false;
    bool windowCrowded = false;
    std::vector<size_t> boxesShortened; ///< text boxes that lost text, by their place among the blocks
};

} // namespace tocsin::notices
